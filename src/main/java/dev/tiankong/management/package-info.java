/** Asks the broker about itself and tells it what to do, whether it is embedded or external. */
package dev.tiankong.management;
