package dev.tiankong.schema;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.naming.ResourceNames;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Migrates when Hibernate starts: after the data source is there, before the mapping is validated
 * against the tables, and so before any bean of the application can use them.
 */
public class SchemaMigration implements Integrator {

  private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());

  @Override
  public void integrate(
      Metadata metadata,
      BootstrapContext bootstrapContext,
      SessionFactoryImplementor sessionFactory) {
    DataSource application =
        sessionFactory
            .getServiceRegistry()
            .requireService(ConnectionProvider.class)
            .unwrap(DataSource.class);
    try {
      new Migrations(ownerBeside(application), userOf(application), "classpath:db-migrations")
          .run();
    } catch (RuntimeException e) {
      // The server wraps it in its own words; a person at the console needs the sentence.
      LOG.log(ERROR, e.getMessage());
      throw e;
    }
  }

  private static DataSource ownerBeside(DataSource application) {
    try {
      return InitialContext.doLookup(ResourceNames.OWNER_DATABASE);
    } catch (NoInitialContextException e) {
      // Outside of a server, one role is both.
      return application;
    } catch (NamingException e) {
      throw new IllegalStateException(
          "The server has no data source " + ResourceNames.OWNER_DATABASE, e);
    }
  }

  private static String userOf(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getUserName();
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not respond: " + e.getMessage(), e);
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
    // Nothing is held.
  }
}
