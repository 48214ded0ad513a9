using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>A primary with one device of every kind, and a secondary that has none of it yet.</summary>
internal static class KindWorld
{
    /// <summary>A storage of the secondary that nothing is recorded on.</summary>
    public const string OtherStorage = "Other";

    /// <summary>A preset of the moving camera, by name.</summary>
    public const string PresetFence = "Fence";

    private const string Text = """
        world: kinds
        sites:
          - name: north
            side: primary
            recorders:
              - name: REC-N
                storages: [{ name: Local, default: true }]
                hardware:
                  - name: Hall
                    model: AXIS P3265-LVE
                    address: 10.0.0.11
                    mac: "00:40:8C:18:22:01"
                    cameras:
                      - name: Hall
                        streams:
                          - { stream: 1, liveDefault: true, playbackDefault: true, record: Primary }
                          - { stream: 2, live: Never }
                    microphones: [{ name: Hall microphone, general: { inputGain: 3 } }]
                    speakers: [{ name: Hall speaker, enabled: true }]
                    inputs: [{ name: Hall input, enabled: true }]
                    outputs: [{ name: Hall output, enabled: true }]
                    metadata: [{ name: Hall metadata, enabled: true }]
                  - name: Yard
                    model: AXIS Q6135-LE
                    address: 10.0.0.12
                    mac: "00:40:8C:18:22:02"
                    cameras:
                      - name: Yard dome
                        presets:
                          - { name: Gate, pan: 0.1, tilt: -0.2, zoom: 0.3, default: true }
                          - { name: Fence, pan: -0.5 }
                          - { name: Own, inDevice: true }
                        patrolling: [{ name: Round, description: Nights, stops: [{ preset: Gate, wait: 10 }, { preset: Fence, wait: 4 }] }]
                        privacy: { enabled: true, privacyMaskXml: "<mask/>" }
          - name: south
            side: secondary
            recorders:
              - name: REC-S
                storages: [{ name: Local, default: true }, { name: Other, path: 'F:\Other' }]
        """;

    public static World Make() => World.Parse(Text);
}
