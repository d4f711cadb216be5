/** How things stand today, and what somebody should do about it. */
package dev.tiankong.overview;
