/** The files of the console, the web page in which people work; what it shows comes by the API. */
package dev.tiankong.page;
