namespace RMF.Simulator.Http;

/// <summary>How an answer reaches the client.</summary>
internal enum Delivery
{
    Whole,

    /// <summary>The connection is reset and nothing of the answer arrives.</summary>
    Reset,

    /// <summary>Head and half of the body arrive, then the connection is reset.</summary>
    Half,

    /// <summary>Head and half of the body arrive, then nothing, and the connection stays open.</summary>
    Stall,

    /// <summary>Nothing arrives, and the connection stays open.</summary>
    Nothing,
}
