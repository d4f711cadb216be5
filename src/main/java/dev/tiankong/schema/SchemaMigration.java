package dev.tiankong.schema;

import static java.lang.System.Logger.Level.ERROR;

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
    DataSource dataSource =
        sessionFactory
            .getServiceRegistry()
            .requireService(ConnectionProvider.class)
            .unwrap(DataSource.class);
    try {
      new Migrations(dataSource, "classpath:db-migrations").run();
    } catch (RuntimeException e) {
      // The server wraps it in its own words; a person at the console needs the sentence.
      LOG.log(ERROR, e.getMessage());
      throw e;
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {
    // Nothing is held.
  }
}
