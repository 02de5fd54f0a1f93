#include "frame.glsl"
invariant gl_Position;
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec4 surface;
#ifdef INSTANCED
layout(location = 4) in vec4 row0;
layout(location = 5) in vec4 row1;
layout(location = 6) in vec4 row2;
layout(location = 7) in vec4 tint;
layout(location = 8) in vec4 glow;
#endif
out vec3 place;
out vec3 vNormal;
out vec4 vColour;
out vec4 vSurface;
flat out float pattern;
flat out float highlight;
void main() {
    vec4 p = vec4(position, 1.0);
    vec3 n = normal;
    vColour = vec4(pow(colour.rgb, vec3(2.2)), colour.a);
    vSurface = surface;
    pattern = floor(surface.w * 255.0 + 0.5);
    highlight = 0.0;
#ifdef INSTANCED
    vSurface.z = min(surface.z * glow.x + glow.y, 1.0);
    highlight = glow.z;
    p.xyz = vec3(dot(row0, p), dot(row1, p), dot(row2, p));
    // normals of a matrix that scales unequally: by the cofactors
    vec3 a = row0.xyz, b = row1.xyz, c = row2.xyz;
    n = vec3(dot(cross(b, c), n), dot(cross(c, a), n), dot(cross(a, b), n)) * sign(dot(a, cross(b, c)));
    vColour *= vec4(pow(tint.rgb, vec3(2.2)), tint.a);
#endif
    if (pattern == 13.0) {
        // a thin bar grows to a pixel where it would be less, and so much of it is left out
        float radius = surface.z * 0.1;
        float least = max(radius, 0.55 * distance(eye.xyz, p.xyz) / viewport.z);
        p.xyz += normalize(n) * (least - radius);
        vColour.a *= max(radius / least, THIN_LEAST);
        vSurface.z = 0.0;
    }
    place = p.xyz;
    vNormal = n;
    gl_Position = viewProjection * p;
}
