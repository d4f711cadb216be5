/**
 * Duties that no request asks for: what is lost is sent again, what is due begins, what is kept too
 * long is deleted.
 */
package dev.tiankong.recovery;
