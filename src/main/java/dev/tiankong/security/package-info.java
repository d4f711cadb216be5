/** Who may come in, and as what: users, their passwords and tokens, HTTP authentication, roles. */
package dev.tiankong.security;
