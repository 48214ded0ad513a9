using RMF.Simulator.Api;

namespace RMF.Simulator.Tasks;

/// <summary>What task handlers may use.</summary>
internal sealed record TaskContext(SiteState State, TaskTable Table, Outages Outages);
