package dev.tiankong.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that users deploy. */
final class War {

  private War() {}

  static WebArchive asBuilt() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/tiankong.war"));
  }

  /** One that breaks on demand. */
  static WebArchive withFaults() {
    return asBuilt().addClasses(FaultSwitch.class, ClockSwitch.class);
  }
}
