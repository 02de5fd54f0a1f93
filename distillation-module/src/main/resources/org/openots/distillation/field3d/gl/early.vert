#include "frame.glsl"
invariant gl_Position;
layout(location = 0) in vec3 position;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec4 surface;
flat out float pattern;
flat out float opacity;
void main() {
    vec4 p = vec4(position, 1.0);
    pattern = floor(surface.w * 255.0 + 0.5);
    opacity = colour.a;
    gl_Position = viewProjection * p;
}
