package dev.tiankong;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * All of HTTP is JAX-RS, from the root on, so that every unknown path gets the same problem JSON.
 */
@ApplicationPath("/")
public class RestApplication extends Application {}
