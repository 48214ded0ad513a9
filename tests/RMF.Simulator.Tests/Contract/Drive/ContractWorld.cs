namespace RMF.Simulator.Tests.Contract;

/// <summary>A small site that has one of everything.</summary>
internal static class ContractWorld
{
    public const string Password = "device-password";

    /// <summary>A device on the network that no recorder has.</summary>
    public static readonly IReadOnlyList<string> Spares = ["http://10.50.0.1/", "http://10.50.0.2/", "http://10.50.0.3/", "http://10.50.0.4/"];

    /// <summary>The driver that serves the spares.</summary>
    public const int SpareDriver = 806;

    public const string Yaml = """
        world: contract
        sites:
          - name: contract
            side: primary
            recorders:
              - name: REC-1
                storages:
                  - name: Live
                    default: true
                    archives: [{ name: Archive 1 }, { name: Archive 2 }]
                  - { name: Other }
                hardware:
                  - name: Fixed
                    model: AXIS P3265-LVE
                    address: 10.40.0.1
                    mac: AC:CC:8E:40:00:01
                    password: device-password
                    cameras: [{ name: Fixed camera, properties: { edgeStorageEnabled: true }, streams: [{ stream: 1, liveDefault: true, record: Primary, playbackDefault: true }, { stream: 2, live: Never }] }]
                    microphones: [{ name: Fixed mic }]
                    speakers: [{ name: Fixed speaker, enabled: true }]
                    inputs: [{ name: Fixed input, enabled: true }]
                    outputs: [{ name: Fixed output, enabled: true }]
                    metadata: [{ name: Fixed metadata, enabled: true }]
                  - name: Dome
                    model: AXIS Q6135-LE
                    address: 10.40.0.2
                    mac: AC:CC:8E:40:00:02
                    password: device-password
                    cameras:
                      - name: Dome camera
                        presets: [{ name: Home, default: true }, { name: Away, pan: 0.5, tilt: -0.5, zoom: 1 }, { name: Own, inDevice: true }]
                        patrolling: [{ name: Round, stops: [{ preset: Home, wait: 10 }, { preset: Away }] }, { name: Idle }]
                  - name: Bosch
                    model: FLEXIDOME IP 8000i
                    address: 10.40.0.3
                    mac: 00:07:5F:40:00:03
                    password: device-password
                    enabled: false
              - name: REC-2
                storages: [{ name: Live, default: true }, { name: Other }]
                hardware:
                  - name: Encoder
                    model: AXIS P7304
                    address: 10.40.0.4
                    mac: 00:40:8C:40:00:04
                    password: device-password
                    cameras: [{ channel: 0, name: Encoder 1 }, { channel: 1, name: Encoder 2 }, { channel: 3, name: Encoder 4, enabled: false }]
            roles:
              - name: Guards
                users: [{ name: ann, sid: S-1-5-21-1 }, { name: guards, sid: S-1-5-21-2, type: WindowsGroup }]
                cameras: [VIEW_LIVE]
              - { name: Administrators, administrators: true }
            viewGroups: [{ name: All views, views: [{ name: Gate, cameras: [Fixed camera] }, { name: Two, cameras: [Fixed camera, Dome camera] }], groups: [{ name: More views, views: [{ name: Dome, cameras: [Dome camera] }] }] }]
            cameraGroups: [{ name: All cameras, members: [Fixed camera], groups: [{ name: Moving cameras, members: [Dome camera] }] }]
            microphoneGroups: [{ name: All microphones, members: [Fixed mic], groups: [{ name: More microphones }] }]
            speakerGroups: [{ name: All speakers, members: [Fixed speaker], groups: [{ name: More speakers }] }]
            inputEventGroups: [{ name: All inputs, members: [Fixed input], groups: [{ name: More inputs }] }]
            outputGroups: [{ name: All outputs, members: [Fixed output], groups: [{ name: More outputs }] }]
            metadataGroups: [{ name: All metadata, members: [Fixed metadata], groups: [{ name: More metadata }] }]
          - { name: child, parent: contract, description: Below, recorders: [{ name: REC-C }] }
          - { name: grandchild, parent: child, recorders: [{ name: REC-G }] }
        network:
          - { name: Spare 1, model: AXIS P3265-LVE, address: 10.50.0.1, mac: "AC:CC:8E:50:00:01", password: device-password }
          - { name: Spare 2, model: AXIS P3265-LVE, address: 10.50.0.2, mac: "AC:CC:8E:50:00:02", password: device-password }
          - { name: Spare 3, model: AXIS P3265-LVE, address: 10.50.0.3, mac: "AC:CC:8E:50:00:03", password: device-password }
          - { name: Spare 4, model: AXIS P3265-LVE, address: 10.50.0.4, mac: "AC:CC:8E:50:00:04", password: device-password }
        """;
}
