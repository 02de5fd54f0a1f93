package org.openots.hazop.worksheet;

/**
 * An operation under the id its sender gave it, so that it counts once however often it is sent.
 *
 * @param id made by the client
 * @param operation what to do
 */
public record SheetEdit(String id, SheetOperation operation) {}
