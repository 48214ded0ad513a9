Describe 'Recordings of both sides' {
    BeforeAll {
        . "$PSScriptRoot/Lab.ps1"
        $null = Start-Lab $TestDrive
        $null = Sync-RmfSite 6> $null

        # Loaded a second time, beside the module's own copy, whose types scripts cannot name.
        $simulator = Join-Path -Path (Split-Path -Path $manifest) -ChildPath 'core/RMF.Simulator.dll'
        Add-Type -Path $simulator
        Add-Type -CompilerOptions '-nowarn:CS1701' -ReferencedAssemblies $simulator, 'System.Runtime', 'System.Memory', 'System.Collections' -TypeDefinition @'
public static class PictureReader
{
    /// <summary>The side that a simulated camera's picture shows, and its time; null for any other picture.</summary>
    public static string Read(byte[] file, int offset, int count)
        => RMF.Simulator.SimulatedPicture.TryRead(new System.ReadOnlySpan<byte>(file, offset, count), out var picture) ? picture.Side + " " + picture.Time.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture) : null;
}
'@

        # What each picture of an AVI shows, found by its chunks.
        function Read-Video {
            param([string] $Path)

            $bytes = [System.IO.File]::ReadAllBytes($Path)
            $at = 224
            while ([System.Text.Encoding]::ASCII.GetString($bytes, $at, 4) -eq '00dc') {
                $size = [System.BitConverter]::ToInt32($bytes, $at + 4)
                [PictureReader]::Read($bytes, $at + 8, $size)
                $at += 8 + $size + ($size % 2)
            }
        }

        # A whole minute an hour ago, and seconds after it, on one day.
        $start = [datetime]::UtcNow.AddHours(-1)
        $start = [datetime]::new($start.Year, $start.Month, $start.Day, $start.Hour, $start.Minute, 0, [System.DateTimeKind]::Utc)
        if ($start.AddMinutes(3).Date -ne $start.Date) { $start = $start.AddMinutes(-5) }
        function Get-Moment { param([double] $Seconds) $start.AddSeconds($Seconds) }
        function Set-Gap {
            param([string] $Site, [string] $Camera, [double] $From, [double] $To)

            Set-RmfSimulator $Site -Item $Camera -RecordingGap -From (Get-Moment $From) -To (Get-Moment $To)
        }
    }

    AfterAll { Stop-Lab }

    AfterEach { Get-RmfSimulator | Set-RmfSimulator -ClearFault }

    It 'show what each side has, what both have together, and what neither has' {
        Set-Gap harbour 'Gate 2' 10 30
        Set-Gap inland 'Gate 2' 20 40
        $recording = Get-RmfRecording 'Gate 2' -From (Get-Moment 0) -To (Get-Moment 100)
        $recording | Should -BeOfType 'RMF.PowerShell.RmfRecording'
        $recording.PrimaryPercent | Should -Be 80
        $recording.SecondaryPercent | Should -Be 80
        $recording.UnionPercent | Should -Be 90
        $recording.Primary.Count | Should -Be 2
        $recording.Gap.Count | Should -Be 1
        $recording.Gap[0].Begin | Should -Be (Get-Moment 20).ToLocalTime()
        $recording.Gap[0].Length | Should -Be '00:00:10'
        $recording.Reason | Should -BeNullOrEmpty
    }

    It 'take cameras as objects and know those that are not there' {
        (Get-RmfCamera 'Gate 1', 'Gate 3' | Get-RmfRecording -Last 1h).Camera | Should -Be 'Gate 1', 'Gate 3'
        { Get-RmfRecording 'Gate 111' -ErrorAction Stop } | Should -Throw -ErrorId 'CameraNotFound*'
        { Get-RmfRecording 'Gate 1' -From (Get-Date) -To (Get-Date).AddHours(-1) } | Should -Throw -ErrorId 'RangeInvalid*'
    }

    It 'are reported by camera and day, for a table' {
        Set-Gap harbour 'Gate 3' 0 60
        Set-Gap inland 'Gate 3' 40 100
        $file = Join-Path -Path $TestDrive -ChildPath 'gaps.csv'
        Get-RmfRecordingGap 'Gate 1', 'Gate 3' -Since $start.Date -TimeZone UTC | Where-Object Date -eq $start.Date | Export-Csv -Path $file
        $rows = Import-Csv -Path $file
        $rows.Camera | Should -Be 'Gate 1', 'Gate 3'
        $rows.State | Should -Be 'Whole', 'Gap'
        $rows[1].GapCount | Should -Be 1
        $rows[1].LongestGap | Should -Be '00:00:20'
        $rows[1].Gaps | Should -Be ([string]::Format([cultureinfo]::InvariantCulture, '{0:HH:mm:ss}-{1:HH:mm:ss}', (Get-Moment 40), (Get-Moment 60)))
        $rows[1].PrimaryGaps | Should -Not -BeNullOrEmpty
        # Export-Csv writes numbers as the machine's language does.
        [double]::Parse($rows[1].UnionPercent, [cultureinfo]::CurrentCulture) | Should -BeLessThan 100
        (Get-RmfRecordingGap 'Gate 1', 'Gate 3' -Since $start.Date -TimeZone UTC -GapOnly).Camera | Sort-Object -Unique | Should -Be 'Gate 3'
        (Get-RmfRecordingGap 'Gate 3' -Since $start.Date -TimeZone UTC -MinimumGap 30s | Where-Object Date -eq $start.Date).State | Should -Be 'OneSide'
        { Get-RmfRecordingGap -TimeZone 'Nowhere/Atall' } | Should -Throw -ErrorId 'TimeZoneUnknown*'
    }

    It 'are exported in the fewest pieces, and each picture shows the side and the time that the files say' {
        Set-Gap harbour 'Gate 1' 4 7
        Set-Gap inland 'Gate 1' -5 2
        Set-Gap inland 'Gate 1' 9 20
        $plan = New-RmfExportPlan 'Gate 1' -From (Get-Moment 0) -To (Get-Moment 12)
        $plan.Whole | Should -BeTrue
        $plan.Segment.Side | Should -Be 'Primary', 'Secondary', 'Primary'
        $plan.Segment[1].From | Should -Be (Get-Moment 4).ToLocalTime()

        $export = $plan | Export-RmfVideo -Path (Join-Path -Path $TestDrive -ChildPath 'export')
        $export.Whole | Should -BeTrue
        $export.Segment.Side | Should -Be 'Primary', 'Secondary', 'Primary'
        $shown = @(Read-Video $export.Video[0])
        $shown.Count | Should -Be $export.Frames
        $table = Import-Csv -Path ([System.IO.Path]::ChangeExtension($export.Video[0], 'csv'))
        for ($i = 0; $i -lt $shown.Count; $i++) {
            $shown[$i] | Should -Be ('{0} {1}' -f $table[$i].side.ToUpperInvariant(), $table[$i].time.Substring(0, 23))
        }
        @($table.side | Get-Unique) | Should -Be 'Primary', 'Secondary', 'Primary'

        (Test-RmfExport $export.Path).Intact | Should -BeTrue
        ($export | Test-RmfExport -Quiet) | Should -BeTrue
        { $plan | Export-RmfVideo -Path (Join-Path -Path $TestDrive -ChildPath 'export') -ErrorAction Stop } | Should -Throw -ErrorId 'RMF2501*'
        [System.IO.File]::AppendAllText($export.Video[0], 'x')
        $check = Test-RmfExport (Join-Path -Path $TestDrive -ChildPath 'export')
        $check.Intact | Should -BeFalse
        $check.Fault.Fault | Should -Be 'Changed'
        Test-RmfExport $export.Path -Quiet | Should -BeFalse
    }

    It 'are not exported with a hole, unless that is allowed' {
        Set-Gap harbour 'Gate plaza' 4 7
        Set-Gap inland 'Gate plaza' 5 9
        $arguments = @{ Camera = 'Gate plaza'; From = Get-Moment 0; To = Get-Moment 10; Path = Join-Path -Path $TestDrive -ChildPath 'hole' }
        { Export-RmfVideo @arguments -ErrorAction Stop } | Should -Throw -ErrorId 'ExportHasHole*'
        $arguments.Path | Should -Not -Exist
        Export-RmfVideo @arguments -AllowHole -WhatIf
        $arguments.Path | Should -Not -Exist
        $export = Export-RmfVideo @arguments -AllowHole -WarningVariable warned 3> $null
        $warned | Should -Match 'with holes'
        $export.Whole | Should -BeFalse
        $export.Hole.Count | Should -Be 1
        $export.Hole[0].From | Should -Be (Get-Moment 5).ToLocalTime()
        $export.Hole[0].To | Should -Be (Get-Moment 7).ToLocalTime()
        $export.Hole[0].Cause | Should -Be 'NotRecorded'

        Set-RmfSimulator harbour -Item 'Gate plaza' -Property edgeStorageEnabled -Value $true
        (Export-RmfVideo @arguments -RetrieveEdgeStorage -Force).Whole | Should -BeTrue
    }

    It 'need ffmpeg for other formats, and say so' {
        $path = $env:PATH
        try {
            $env:PATH = $TestDrive
            { Export-RmfVideo 'Gate 1' -From (Get-Moment 30) -To (Get-Moment 31) -Path $TestDrive -Format Mp4 -ErrorAction Stop } | Should -Throw -ErrorId 'RMF2503*'
        }
        finally { $env:PATH = $path }
    }

    It 'give single pictures from the side that serves' {
        Set-Gap harbour 'Fence north 2' 10 20
        $live = Get-RmfSnapshot 'Fence north 2'
        $live.Side | Should -Be 'Primary'
        [PictureReader]::Read($live.Bytes, 0, $live.Bytes.Length) | Should -Match '^PRIMARY '

        $folder = Join-Path -Path $TestDrive -ChildPath 'pictures'
        $then = Get-RmfSnapshot 'Fence north 2' -At (Get-Moment 15) -Path $folder
        $then.Side | Should -Be 'Secondary'
        $then.Reason | Should -Be 'PreferredGap'
        $bytes = [System.IO.File]::ReadAllBytes($then.Path)
        [PictureReader]::Read($bytes, 0, $bytes.Length) | Should -Be ('SECONDARY ' + $then.Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fff', [cultureinfo]::InvariantCulture))
        ((Get-Moment 15) - $then.Time.ToUniversalTime()).TotalSeconds | Should -BeLessThan 1
        { Get-RmfSnapshot 'Fence north 2' -At (Get-Moment 15) -Side Primary -ErrorAction Stop } | Should -Throw -ErrorId 'NoRecording*'
        { Get-RmfSnapshot 'Fence north 2' -At (Get-Moment 15) -Path $folder -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists*'
    }

    It 'are unknown, not empty, while a recording server is away' {
        Set-RmfSimulator harbour -RecorderOffline REC-A1
        $recording = Get-RmfRecording 'Gate 1' -Last 10m
        $recording.PrimaryPercent | Should -BeNullOrEmpty
        $recording.SecondaryPercent | Should -Be 100
        $recording.Reason | Should -Match '^primary: '
    }

    It 'can be read and exported while a whole site does not answer' {
        Disconnect-RmfSite
        Stop-RmfSimulator harbour
        $recording = Get-RmfRecording 'Fence north 3' -Last 10m -WarningVariable warned 3> $null
        $warned | Should -Match 'harbour does not answer'
        $recording.Camera | Should -Be 'Fence north 3'
        $recording.PrimaryPercent | Should -BeNullOrEmpty
        $recording.SecondaryPercent | Should -Be 100
        $export = Export-RmfVideo 'Fence north 3' -From (Get-Moment 0) -To (Get-Moment 3) -Path (Join-Path -Path $TestDrive -ChildPath 'alone') 3> $null
        $export.Whole | Should -BeTrue
        Read-Video $export.Video[0] | Should -Match '^SECONDARY '
        (Get-RmfSnapshot 'Fence north 3' 3> $null).Side | Should -Be 'Secondary'
    }
}
