namespace RMF.Core.Planning.Guards;

/// <summary>The numbers of the policy's <c>guards</c>.</summary>
/// <param name="DeletePercent">Most deletes, in percent of the compared pairs. Default 30.</param>
/// <param name="UpdatePercent">Most updated devices, in percent of the compared pairs. Default 30; first sight does not count.</param>
/// <param name="DeleteCount">Most deletes at all. Default 50.</param>
public sealed record GuardLimits(int DeletePercent = 30, int UpdatePercent = 30, int DeleteCount = 50);
