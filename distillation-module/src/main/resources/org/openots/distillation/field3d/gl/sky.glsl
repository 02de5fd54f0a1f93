// The sky as light: a gradient, the haze, the sun, and clouds that drift.
vec3 skyGradient(vec3 d) {
    float up = max(d.y, 0.0);
    vec3 c = mix(horizon.rgb, zenith.rgb, 1.0 - exp(-up * 3.4));
    float toSun = max(dot(d, sun.xyz), 0.0);
    c += sunLight.rgb * (0.05 * pow(toSun, 6.0) + 0.10 * pow(toSun, 48.0)) * (1.0 - 0.9 * rain());
    return c;
}
vec3 clouds(vec3 d, vec3 c) {
    if (d.y < 0.015) return c;
    vec2 p = d.xz / (d.y + 0.20) * 0.95 + vec2(time() * 0.0035, time() * 0.0012) + vec2(2.7, 9.1);
    vec2 bend = vec2(fractal(p * 0.7 + 5.2, 2), fractal(p * 0.7 + 1.3, 2));
    float density = fractal(p + 1.1 * bend, 5) + 0.25 * rain();
    float amount = smoothstep(0.40, 0.66, density);
    float shade = fractal(p + 1.1 * bend + sun.xz * 0.16, 3);
    float lit = clamp(0.60 + 1.9 * (density - shade) , 0.25, 1.0);
    vec3 white = horizon.rgb * 0.70 + sunLight.rgb * 0.22;
    vec3 grey = mix(horizon.rgb, vec3(dot(zenith.rgb, vec3(0.33))), 0.40) * 0.78;
    vec3 cloud = mix(grey, white, lit) * (1.0 - 0.45 * rain());
    float fade = smoothstep(0.015, 0.16, d.y);
    return mix(c, cloud, amount * fade * 0.92);
}
// What a smooth or rough surface mirrors.
vec3 mirrored(vec3 d, float rough) {
    float edge = 0.04 + 0.9 * rough;
    vec3 up = skyGradient(normalize(vec3(d.x, max(d.y, 0.02), d.z)));
    if (rough < 0.5) {
        vec2 p = d.xz / (abs(d.y) + 0.3) * 1.2;
        float soft = smoothstep(0.40, 0.72, noiseAt(p + 3.1) * 0.65 + noiseAt(p * 2.3) * 0.35);
        up = mix(up, horizon.rgb * 0.55 + sunLight.rgb * 0.14, soft * 0.75 * (1.0 - rough * 2.0));
    }
    // buildings and trees at the horizon make the dark band that shows a form
    vec3 low = mix(ground.rgb, horizon.rgb * 0.42, 0.35 * smoothstep(-0.25, 0.0, d.y));
    return mix(low, up, smoothstep(-edge, edge, d.y - 0.03));
}
vec3 toScreen(vec3 light) {
    vec3 x = max(light, 0.0) * ground.w;
    // a fit to the ACES film curve (Narkowicz 2015)
    x = clamp(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
    return pow(x, vec3(1.0 / 2.2));
}
vec3 hazy(vec3 light, vec3 place) {
    vec3 way = place - eye.xyz;
    float far = length(way);
    float share = 1.0 - exp(-far * horizon.w);
    vec3 d = way / max(far, 1e-3);
    return mix(light, skyGradient(normalize(vec3(d.x, max(d.y, 0.03), d.z))), share);
}
