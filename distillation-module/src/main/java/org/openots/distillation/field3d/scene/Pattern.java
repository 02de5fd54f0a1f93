package org.openots.distillation.field3d.scene;

/** What a surface is made of: drawn by the shader in world space, so that nothing needs a texture. The order is the shader's. */
public enum Pattern {
    /** Smooth paint or metal. */
    PLAIN,
    /** Concrete slabs with joints and stains. */
    CONCRETE,
    /** Asphalt. */
    ASPHALT,
    /** Grass. */
    GRASS,
    /** Sheet cladding of insulation, with seams and rivets. */
    CLADDING,
    /** Brick or block wall. */
    BRICK,
    /** Steel with rust. */
    RUST,
    /** Open grating that one sees through. */
    GRATING,
    /** Chequer plate. */
    CHEQUER,
    /** Floor tiles or epoxy floor of a hall, with a sheen. */
    FLOOR,
    /** Black and yellow stripes. */
    HAZARD,
    /** Glass with liquid behind it. */
    GLASS,
    /** Leaves. */
    FOLIAGE,
    /** A thin round bar: never drawn thinner than a pixel, but clearer; its radius stands where others have their emission. */
    THIN
}
