package dev.tiankong.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The names that a class reads behind the question mark of an address, without JAX-RS. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface QueryNames {

  /** Those that have one value. */
  String[] once();

  /** Those that can be given several times. */
  String[] repeated() default {};
}
