/** Brings the database to the schema that this version of the application was written for. */
package dev.tiankong.schema;
