/** Duties that no request asks for: what is kept too long is deleted. */
package dev.tiankong.recovery;
