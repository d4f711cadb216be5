/**
 * What all routes do with a request: its body is unpacked, has an end, and is read as JSON; its
 * answer is packed.
 */
package dev.tiankong.request;
