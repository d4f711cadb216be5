/** Who changed what, when, from where, and what came of it. */
package dev.tiankong.audit;
