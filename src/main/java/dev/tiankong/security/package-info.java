/** Who may come in: HTTP authentication, users and their passwords. */
package dev.tiankong.security;
