namespace RMF.PowerShell.Tests;

public sealed class ItemSelectorTests
{
    private const string Id = "7c1d3f9e-2a1b-4c5d-8e9f-0a1b2c3d4e5f";

    [Fact]
    public void A_guid_means_the_item_of_that_id_in_any_letter_case()
    {
        var selector = new ItemSelector(Id.ToUpperInvariant());

        Assert.True(selector.IsExact);
        Assert.True(selector.Matches("any name", Id));
        Assert.False(selector.Matches(Id, Guid.Empty.ToString()));
    }
}
