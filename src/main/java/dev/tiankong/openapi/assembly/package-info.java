/** Makes the OpenAPI document, when the product is built. Not in the WAR. */
package dev.tiankong.openapi.assembly;
