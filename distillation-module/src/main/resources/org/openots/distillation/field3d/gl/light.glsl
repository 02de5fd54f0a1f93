// Light that reaches a place: sun with its shadow map, the part of the sky that is seen, lamps and fires.
uniform sampler2DShadow sunShadow;
uniform sampler2DShadow ceilingShadow;
uniform sampler3D skyVolume;

#if PCF == 2
// 5x5 texels by nine bilinear taps (Castano, "The Witness")
float sunSeenAt(vec3 c) {
    vec2 size = vec2(textureSize(sunShadow, 0)), texel = 1.0 / size;
    vec2 uv = c.xy * size, base = floor(uv + 0.5);
    float s = uv.x + 0.5 - base.x, t = uv.y + 0.5 - base.y;
    base = (base - 0.5) * texel;
    vec3 uw = vec3(4.0 - 3.0 * s, 7.0, 1.0 + 3.0 * s), vw = vec3(4.0 - 3.0 * t, 7.0, 1.0 + 3.0 * t);
    vec3 u = vec3((3.0 - 2.0 * s) / uw.x - 2.0, (3.0 + s) / uw.y, s / uw.z + 2.0) * texel.x;
    vec3 v = vec3((3.0 - 2.0 * t) / vw.x - 2.0, (3.0 + t) / vw.y, t / vw.z + 2.0) * texel.y;
    float sum = 0.0;
    for (int j = 0; j < 3; j++)
        for (int i = 0; i < 3; i++)
            sum += uw[i] * vw[j] * texture(sunShadow, vec3(base + vec2(u[i], v[j]), c.z));
    return sum / 144.0;
}
#elif PCF == 1
float sunSeenAt(vec3 c) {
    vec2 texel = 0.75 / vec2(textureSize(sunShadow, 0));
    return 0.25 * (texture(sunShadow, vec3(c.xy + texel * vec2(-1.0, -0.4), c.z))
        + texture(sunShadow, vec3(c.xy + texel * vec2(0.4, -1.0), c.z))
        + texture(sunShadow, vec3(c.xy + texel * vec2(1.0, 0.4), c.z))
        + texture(sunShadow, vec3(c.xy + texel * vec2(-0.4, 1.0), c.z)));
}
#else
float sunSeenAt(vec3 c) { return texture(sunShadow, c); }
#endif
float sunSeen(vec3 place, vec3 n) {
    float slope = clamp(dot(n, sun.xyz), 0.0, 1.0);
    // one texel along the normal where the light grazes keeps surfaces from shading themselves
    vec3 at = place + n * sun.w * (0.6 + 1.6 * (1.0 - slope));
    vec3 c = (sunSpace * vec4(at, 1.0)).xyz;
    if (any(lessThan(c.xy, vec2(0.0))) || any(greaterThan(c.xy, vec2(1.0))) || c.z > 1.0) return 1.0;
    vec2 rim = min(c.xy, 1.0 - c.xy);
    return mix(1.0, sunSeenAt(c), clamp(min(rim.x, rim.y) * 40.0, 0.0, 1.0));
}
// xyz: twice the mean direction of the open sky, w: its share (1 and (0,1,0) in the open)
vec4 skySeen(vec3 place, vec3 n) {
    if (volumeScale.w == 0.0) return vec4(0.0, 1.0, 0.0, 1.0);
    vec3 at = place + n * volumeLow.w * 1.15;
    vec3 c = (at - volumeLow.xyz) * volumeScale.xyz;
    vec4 v = texture(skyVolume, c) * vec4(2.0, 2.0, 2.0, 1.0) - vec4(1.0, 1.0, 1.0, 0.0);
    vec3 rim = min(c, 1.0 - c);
    float inside = clamp(min(rim.x, min(rim.z, 1.0 - c.y)) * 24.0, 0.0, 1.0);
    return mix(vec4(0.0, 1.0, 0.0, 1.0), v, inside);
}
float ceilingSeen(vec3 place, vec3 n) {
    if (counts.w == 0.0) return 1.0;
    // beside a wall only the side of the room counts
    vec3 at = place + n * (0.05 + 0.5 * (1.0 - abs(n.y)));
    vec3 c = (ceilingSpace * vec4(at, 1.0)).xyz;
    vec2 metre = vec2(ceilingSpace[0][0], ceilingSpace[2][1]);
    float sum = 0.0;
    for (int i = 0; i < CEILING_TAPS; i++) {
        float r = sqrt((float(i) + 0.5) / float(CEILING_TAPS)), a = float(i) * 2.39996;
        // half of the taps near by, half far: dark where bodies stand, soft further off
        r *= (i & 1) == 0 ? 0.10 : 0.55;
        sum += texture(ceilingShadow, vec3(c.xy + metre * r * vec2(cos(a), sin(a)), c.z));
    }
    return mix(1.0, sum / float(CEILING_TAPS), counts.w);
}

struct Surface { vec3 place, n, v, albedo, f0; float rough; };

vec3 shine(Surface s, vec3 l, float alpha) {
    vec3 h = normalize(l + s.v);
    float nl = max(dot(s.n, l), 0.0), nv = max(dot(s.n, s.v), 1e-3), nh = max(dot(s.n, h), 0.0), vh = max(dot(s.v, h), 0.0);
    float a2 = alpha * alpha, d = nh * nh * (a2 - 1.0) + 1.0;
    float k = alpha * 0.5;
    float g = 0.25 / ((nl * (1.0 - k) + k) * (nv * (1.0 - k) + k));
    vec3 f = s.f0 + (1.0 - s.f0) * pow(1.0 - vh, 5.0);
    return f * min(a2 / (d * d) * g / PI, 24.0) * PI * nl;
}
// the same by Blinn and Phong, cheap enough for sixteen lamps
vec3 glint(Surface s, vec3 l, float alpha) {
    float nh = max(dot(s.n, normalize(l + s.v)), 1e-3), k = 2.0 / (alpha * alpha);
    return s.f0 * min(exp2(k * log2(nh)) * k * 0.125, 24.0) * max(dot(s.n, l), 0.0);
}
vec3 lampsAt(Surface s, float alpha, vec4 open, out vec3 bounce) {
    vec3 sum = vec3(0.0);
    bounce = vec3(0.0);
    int lamps = int(counts.x);
    if (lamps == 0) return sum;
    float under = ceilingSeen(s.place, s.n);
    for (int i = 0; i < lamps; i++) {
        vec3 way = lampPlace[i].xyz - s.place;
        float far2 = dot(way, way), reach = lampPlace[i].w;
        if (far2 > reach * reach) continue;
        vec3 l = way * inversesqrt(max(far2, 1e-4));
        float edge = 1.0 - far2 * far2 / (reach * reach * reach * reach);
        float roofed = lampLight[i].w;
        // the lamps of a hall are rows: their light falls off slower than that of one lamp
        float fall = edge * edge / (1.0 + far2 * (roofed > 0.5 ? 0.035 : 0.075));
        // lamps of a hall are wide: their light wraps, and does not pass the walls
        float nl = clamp((dot(s.n, l) + 0.25 * roofed) / (1.0 + 0.25 * roofed), 0.0, 1.0);
        float pass = mix(1.0, mix(0.22, 1.0, under) * (1.0 - smoothstep(0.45, 0.85, open.w)), roofed);
        sum += lampLight[i].rgb * fall * pass * (s.albedo * nl + glint(s, l, max(alpha, 0.06)));
        // what walls, roof and floor of a hall give back
        bounce += lampLight[i].rgb * roofed * fall * (1.0 - smoothstep(0.45, 0.85, open.w)) * (0.75 + 0.25 * under);
    }
    bounce *= 0.17;
    sum += bounce * s.albedo * (0.8 + 0.2 * s.n.y) * (0.55 + 0.45 * under);
    return sum;
}
// What metal mirrors in a hall: a darker floor, pale walls with windows, a ceiling that is lit from below.
vec3 indoors(vec3 r, float rough, vec3 bounced) {
    float soft = 0.06 + 0.8 * rough;
    float side = abs(r.x) / (abs(r.x) + abs(r.z) + 1e-4);
    float pane = smoothstep(0.5 - soft, 0.5 + soft, 0.5 + 0.5 * sin(side * 6.2832 + 0.6));
    pane *= smoothstep(-0.12 - soft, 0.10 + soft, r.y) * smoothstep(0.85 + soft, 0.35 - soft, r.y);
    vec3 wall = bounced * mix(0.9, 2.3, smoothstep(-soft, soft, r.y + 0.06)) + ground.rgb * 0.05;
    return wall + bounced * 2.0 * pane;
}
vec3 lit(Surface s, float seen) {
    float alpha = max(s.rough * s.rough, 0.012);
    vec4 open = skySeen(s.place, s.n);
    float sky = max(0.5 * (open.w + dot(open.xyz, s.n)), 0.0);
    float bounce = max(0.5 - 0.5 * s.n.y, 0.0) * open.w;
    vec3 above = mix(zenith.rgb, horizon.rgb, 0.42 + 0.20 * (1.0 - abs(s.n.y)));
    // bright clouds make the light of the sky paler than the sky looks
    above = mix(above, vec3(dot(above, vec3(0.30, 0.59, 0.11))), 0.45);
    vec3 ambient = above * sky + ground.rgb * bounce * 0.85;
    // light that comes back from walls where the sky is not seen
    ambient += (horizon.rgb * 0.045 + sunLight.rgb * 0.012) * (1.0 - 0.5 * open.w);
    vec3 direct = vec3(0.0);
    float nl = dot(s.n, sun.xyz);
    if (nl > 0.0) {
        float sunny = seen;
        if (sunny > 0.0) direct = sunLight.rgb * sunny * (s.albedo * nl + shine(s, sun.xyz, alpha));
    }
    vec3 r = reflect(-s.v, s.n);
    float nv = max(dot(s.n, s.v), 0.0);
    vec3 f = s.f0 + (max(vec3(1.0 - s.rough), s.f0) - s.f0) * pow(1.0 - nv, 5.0);
    float free = clamp((open.w + dot(open.xyz, r)) / max(1.0 + max(r.y, -0.3), 0.4), 0.0, 1.0);
    free = mix(free, free * free, 0.5);
    vec3 bounced;
    vec3 lamps = lampsAt(s, alpha, open, bounced);
    vec3 mirror = mirrored(r, s.rough) * free + indoors(r, s.rough, bounced) * (1.0 - free);
    return direct + ambient * s.albedo + mirror * f + lamps;
}
