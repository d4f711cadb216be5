/** Says what went wrong, the same way on every route: problem details for HTTP APIs (RFC 9457). */
package dev.tiankong.problem;
