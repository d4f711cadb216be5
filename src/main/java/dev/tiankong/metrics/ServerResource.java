package dev.tiankong.metrics;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/** A part of the server, by its address in the server's management. */
record ServerResource(String address) {

  /**
   * The named attributes in this order; empty where there is no such part, or it is not running.
   */
  Optional<List<Number>> numbers(String... names) {
    try {
      AttributeList attributes =
          ManagementFactory.getPlatformMBeanServer()
              .getAttributes(new ObjectName("jboss.as:" + address), names);
      List<Number> numbers =
          attributes.asList().stream()
              .map(Attribute::getValue)
              .filter(Number.class::isInstance)
              .map(Number.class::cast)
              .toList();
      return numbers.size() == names.length ? Optional.of(numbers) : Optional.empty();
    } catch (InstanceNotFoundException e) {
      return Optional.empty();
    } catch (JMException e) {
      throw new IllegalStateException("The server does not report " + address, e);
    }
  }
}
