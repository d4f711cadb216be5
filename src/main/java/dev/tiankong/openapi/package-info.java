/** Tells what can be asked of the server: an OpenAPI document, and a page to try it on. */
package dev.tiankong.openapi;
