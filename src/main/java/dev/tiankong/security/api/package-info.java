/** Users, tokens and one's own account over HTTP. */
package dev.tiankong.security.api;
