namespace RMF.Simulator;

/// <summary>One member of a role.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Sid">What tells it apart; a domain's SIDs are the same on every site, those of basic users are not.</param>
/// <param name="Domain">Its domain; <c>[BASIC]</c> for a basic user.</param>
/// <param name="Type">XProtect's word: <c>WindowsUser</c>, <c>WindowsGroup</c>, <c>BasicUser</c>.</param>
public sealed record WorldUser(string Name, string Sid, string Domain = "SIM", string Type = "WindowsUser");
