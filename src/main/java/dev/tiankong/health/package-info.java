/** Tells load balancers and supervisors whether this server can work. */
package dev.tiankong.health;
