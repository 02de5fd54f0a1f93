#include "frame.glsl"
layout(location = 0) in vec4 centre;
layout(location = 1) in vec4 way;
layout(location = 2) in vec4 kind;
out vec2 corner;
out vec3 place;
flat out vec4 what;
flat out float age;
void main() {
    corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID >> 1) * 2 - 1);
    what = kind;
    age = way.w;
    vec3 toEye = normalize(eye.xyz - centre.xyz);
    vec3 right, up;
    float stretch = length(way.xyz);
    if (int(kind.x) == 7) {
        right = vec3(centre.w, 0.0, 0.0);
        up = vec3(0.0, 0.0, -centre.w);
    } else if (stretch > 1e-5) {
        up = way.xyz * (0.5 + centre.w / stretch);
        right = normalize(cross(way.xyz, toEye) + 1e-5) * centre.w;
    } else {
        vec3 side = normalize(cross(vec3(0.0, 1.0, 0.0), toEye) + 1e-5);
        vec3 top = cross(toEye, side);
        float turn = int(kind.x) == 3 ? (kind.z - 0.5) * 0.8 : kind.z * 6.2831853 + age * (kind.z - 0.5) * 2.0;
        float c = cos(turn), s = sin(turn);
        right = (c * side + s * top) * centre.w;
        up = (c * top - s * side) * centre.w * (int(kind.x) == 3 ? 1.5 : 1.0);
    }
    place = centre.xyz + right * corner.x + up * corner.y;
    gl_Position = viewProjection * vec4(place, 1.0);
}
