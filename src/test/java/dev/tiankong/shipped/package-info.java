/** What others have made and the product ships: which libraries, in which versions. */
package dev.tiankong.shipped;
