/**
 * What clients are told when something is wrong: a code and values for programs, and a sentence for
 * people. Knows no feature.
 */
package dev.tiankong.wording;
