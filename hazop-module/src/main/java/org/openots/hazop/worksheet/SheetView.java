package org.openots.hazop.worksheet;

/**
 * A worksheet as its student sees it now.
 *
 * @param state its content
 * @param revision number of the last change that is durable; 1 when it was just opened
 * @param token what the next change must name; another one for every change
 */
public record SheetView(SheetState state, long revision, String token) {}
