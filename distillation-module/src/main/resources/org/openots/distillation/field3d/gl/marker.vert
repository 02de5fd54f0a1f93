#include "frame.glsl"
uniform vec4 aim;
out vec2 at;
flat out float pixel;
void main() {
    vec4 c = viewProjection * vec4(aim.xyz, 1.0);
    float w = max(c.w, 0.05);
    // never smaller than 14 px nor larger than a third of the picture
    float radius = clamp(aim.w * viewport.z / w, 14.0, viewport.y * 0.33);
    vec2 corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
    float reach = radius * 1.25 + 62.0;
    at = corner * reach / radius;
    pixel = 1.0 / radius;
    gl_Position = c.w < 0.05 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(c.xy + corner * reach * 2.0 / viewport.xy * w, 0.0, w);
}
