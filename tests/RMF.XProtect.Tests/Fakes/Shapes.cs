using RMF.Core.Inventory;

namespace RMF.XProtect.Tests.Fakes;

/// <summary>Objects as XProtect 25.1 returns them, with made-up names and ids.</summary>
internal static class Shapes
{
    public const string Recorder = "9f21d63b-6693-4dfc-ad0c-829f27ef9315";
    public const string OtherRecorder = "9f21d63b-6693-4dfc-ad0c-829f27ef9316";
    public const string Storage = "33333333-0000-4000-8000-000000000001";
    public const string Driver = "55f88254-dc3d-4735-acc6-73f21cca2402";
    public const string Stream = "28dc44c3-079e-4c94-8ec9-60363451eb40";
    public const string Primary = "16ce3aa1-5f93-458a-abe5-5c95d9ed1372";

    public static string HardwareId(int n) => $"11111111-0000-4000-8000-{n:d12}";

    public static string CameraId(int n) => $"22222222-0000-4000-8000-{n:d12}";

    public static ItemKey Key(ItemKind kind, string id) => new("north", kind, id);

    public static string RecorderJson(string id = Recorder, string name = "REC-A1") => $$"""
        {"displayName":"{{name}}","enabled":true,"id":"{{id.ToUpperInvariant()}}","name":"{{name}}","description":"","hostName":"rec.example.net","portNumber":7563,
         "lastModified":"2025-10-27T15:03:52.8070000Z","storages":[{{StorageJson(id)}}],
         "relations":{"parent":{"type":"sites","id":"00645af0-db75-40c2-82cc-2ad2e820aca9"},"self":{"type":"recordingServers","id":"{{id}}"} } }
        """;

    public static string StorageJson(string recorder = Recorder, string id = Storage) => $$"""
        {"displayName":"Local default","id":"{{(recorder == Recorder ? id : id.Replace("0001", "0002"))}}","name":"Local default","diskPath":"c:\\MediaDatabase","isDefault":true,"maxSize":1024,"retainMinutes":10080,
         "relations":{"parent":{"type":"recordingServers","id":"{{recorder}}"},"self":{"type":"storages","id":"{{id}}"} } }
        """;

    public static string DriverJson(string id = Driver) => $$"""{"displayName":"Universal","id":"{{id}}","name":"Universal","number":421,"groupName":"Other","relations":{"parent":{"type":"recordingServers","id":"{{Recorder}}"},"self":{"type":"hardwareDrivers","id":"{{id}}"} } }""";

    public static string HardwareJson(int n, string recorder = Recorder, string modified = "2025-10-27T15:03:52.8070000Z", string model = "Model-X") => $$"""
        {"displayName":"Cam {{n}}","enabled":true,"id":"{{HardwareId(n)}}","name":"Cam {{n}}","description":"","address":"http://192.0.2.{{n}}/","userName":"admin","model":"{{model}}",
         "hardwareDriverPath":{"type":"hardwareDrivers","id":"{{Driver.ToUpperInvariant()}}"},"lastModified":"{{modified}}",
         "relations":{"parent":{"type":"recordingServers","id":"{{recorder}}"},"self":{"type":"hardware","id":"{{HardwareId(n)}}"} } }
        """;

    public static string CameraJson(int n, string modified = "2025-10-27T15:03:52.8070000Z") => $$"""
        {"displayName":"Cam {{n}} - Camera 1","enabled":true,"id":"{{CameraId(n)}}","name":"Cam {{n}} - Camera 1","channel":0,"lastModified":"{{modified}}","gisPoint":"POINT EMPTY","shortName":"",
         "coverageDirection":0.6,"recordingFramerate":5,"recordingEnabled":true,"prebufferSeconds":3,"recordingStorage":{"type":"storages","id":"{{Storage}}"},"failoverSetting":"FullSupport",
         "relations":{"parent":{"type":"hardware","id":"{{HardwareId(n)}}"},"self":{"type":"cameras","id":"{{CameraId(n)}}"} } }
        """;

    public static string StreamsJson(int n) => $$"""
        {"data":{"displayName":"Streams","stream":[{"name":"Video stream 1","displayName":"Video stream 1","streamReferenceId":"{{Stream.ToUpperInvariant()}}","liveMode":"WhenNeeded","liveDefault":true,"defaultPlayback":true,"recordTo":"{{Primary}}","useEdge":true}],
         "relations":{"parent":{"type":"cameras","id":"{{CameraId(n)}}"},"self":{"type":"streams","id":"{{CameraId(n)}}"} } } }
        """;

    public static string SettingsJson(int n, bool withDefinitions = false) => $$"""
        {"data":{"displayName":"Settings","generalSettings":[{"displayName":"General","brightness":"50","edgeStorageEnabled":false}],
         "stream":[{"displayName":"Video stream 1","FPS":25,"resolution":"1920x1080","streamReferenceId":"{{Stream.ToUpperInvariant()}}"}],
         "relations":{"parent":{"type":"cameras","id":"{{CameraId(n)}}"},"self":{"type":"settings","id":"{{CameraId(n)}}"} } }{{(withDefinitions ? "," + Definitions : "")}} }
        """;

    public static string MotionJson(int n) => $$"""{"data":{"displayName":"Motion detection","enabled":true,"id":"87b0798f-0c37-4120-86db-aab5a2e7c293","threshold":2000,"relations":{"parent":{"type":"cameras","id":"{{CameraId(n)}}"},"self":{"type":"motionDetections","id":"{{CameraId(n)}}"} } } }""";

    public static string PrivacyJson(int n) => $$"""{"data":{"displayName":"Privacy masking","enabled":false,"id":"{{CameraId(n)}}","privacyMaskXml":"","relations":{"parent":{"type":"cameras","id":"{{CameraId(n)}}"},"self":{"type":"privacyProtections","id":"{{CameraId(n)}}"} } } }""";

    public static string DriverSettingsJson(int n) => $$"""{"data":{"displayName":"Settings","HardwareDriverSettings":{"displayName":"General","macAddress":"00:11:22:33:44:{{n:x2}}","serialNumber":"S{{n}}","firmwareVersion":"1.2","httpSPort":443},"relations":{"parent":{"type":"hardware","id":"{{HardwareId(n)}}"},"self":{"type":"hardwareDriverSettings","id":"{{HardwareId(n)}}"} } } }""";

    private const string Definitions = """
        "definitions":{"displayName":{"canSet":"false"},
          "generalSettings":[{"brightness":{"canSet":"true","valueType":"slider","MinValue":"0","MaxValue":"100","StepValue":"1"},"edgeStorageEnabled":{"canSet":true,"valueType":"bool"}}],
          "stream":{"FPS":{"canSet":"true","valueType":"double","minValue":1,"maxValue":30.5},"resolution":{"canSet":"true","valueType":"enum","options":{"1920x1080":"Full HD","640x480":"VGA"}},"codec":{"canSet":"false","valueType":"enum","options":[{"value":"h264","displayName":"H.264"}]}}}
        """;

    /// <summary>A site of so many cameras, one on each hardware.</summary>
    public static ScriptedSite Site(int cameras, string recorder = Recorder)
    {
        var site = new ScriptedSite();
        var numbers = Enumerable.Range(1, cameras).ToArray();
        site.Collection("recordingServers", RecorderJson());
        site.Collection($"recordingServers/{Recorder}/hardwareDrivers", DriverJson());
        site.Collection("hardware", [.. numbers.Select(n => HardwareJson(n, recorder))]);
        site.Collection("cameras", [.. numbers.Select(n => CameraJson(n))]);
        foreach (var empty in new[] { "microphones", "speakers", "metadata", "inputEvents", "outputs", "cameraGroups", "microphoneGroups", "speakerGroups", "metadataGroups", "inputEventGroups", "outputGroups", "roles", "securityNamespaces", "viewGroups", "views" })
        {
            site.Collection(empty);
        }

        site.On("GET", "^/api/rest/v1/cameras/[-0-9a-f]{36}/(ptzPresets|patrollingProfiles)", _ => ScriptedSite.Answer("""{"array":[]}"""));
        site.On("GET", "^/api/rest/v1/(streams|settings|motionDetections|privacyProtections|hardwareDriverSettings)/[-0-9a-f]{36}", call =>
        {
            var n = int.Parse(call.Url.Segments[^1][^12..]);
            return ScriptedSite.Answer(call.Url.Segments[^2] switch
            {
                "streams/" => StreamsJson(n),
                "settings/" => SettingsJson(n, call.Url.Query.Contains("definitions")),
                "motionDetections/" => MotionJson(n),
                "privacyProtections/" => PrivacyJson(n),
                _ => DriverSettingsJson(n),
            });
        });
        return site;
    }
}
