// Known to all shaders of a picture; the same order as FrameBlock.
layout(std140) uniform Frame {
    mat4 viewProjection;
    mat4 rays;
    mat4 sunSpace;
    mat4 ceilingSpace;
    vec4 eye;
    vec4 sun;
    vec4 sunLight;
    vec4 zenith;
    vec4 horizon;
    vec4 ground;
    vec4 viewport;
    vec4 volumeLow;
    vec4 volumeScale;
    vec4 counts;
    vec4 lampPlace[MAX_LAMPS];
    vec4 lampLight[MAX_LAMPS];
    vec4 pool[MAX_POOLS];
};

const float PI = 3.14159265;
float time() { return eye.w; }
float night() { return sunLight.w; }
float rain() { return zenith.w; }
