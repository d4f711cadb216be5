/** What request bodies of all routes have in common: they are unpacked, and have an end. */
package dev.tiankong.body;
