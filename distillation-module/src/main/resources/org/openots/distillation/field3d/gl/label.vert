#include "frame.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec2 inAtlas;
layout(location = 2) in vec4 colour;
out vec3 place;
out vec2 uv;
out vec4 vColour;
void main() {
    place = position;
    uv = inAtlas;
    vColour = vec4(pow(colour.rgb, vec3(2.2)), colour.a);
    gl_Position = viewProjection * vec4(position, 1.0);
}
