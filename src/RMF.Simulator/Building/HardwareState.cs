namespace RMF.Simulator.Building;

/// <summary>What a recorder knows of its hardware beside the fields. The password is what it logs in with, right or wrong.</summary>
internal sealed record HardwareState(DeviceModel Model, string Password)
{
    public override string ToString() => Model.Name;
}
