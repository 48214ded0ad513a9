namespace RMF.Simulator.Tests.Contract;

/// <summary>The mutation engine on a document of our own: it must reach every value, and the check must see each mutant.</summary>
public sealed class MutationEngineTests
{
    private static readonly Exchange Good = TinyContract.OneBoat(TinyContract.Boat);

    [Fact]
    public void Every_mutant_of_a_good_answer_is_caught()
    {
        using var document = ContractDocument.Parse(TinyContract.Text);
        var check = new ContractCheck(document, DeviationTable.None);

        var mutants = new MutationEngine(check, DeviationTable.None).Mutate(Good).ToList();

        Assert.All(mutants, mutant => Assert.Null(mutant.Excuse));
        Assert.Equal([], mutants.Where(mutant => check.Judge(mutant.Exchange).Count == 0).Select(mutant => mutant.ToString()));
    }

    [Fact]
    public void Every_kind_is_made_and_every_value_is_reached()
    {
        using var document = ContractDocument.Parse(TinyContract.Text);
        var mutants = new MutationEngine(new ContractCheck(document, DeviationTable.None), DeviationTable.None).Mutate(Good).ToList();

        Assert.Equal(Enum.GetValues<MutationKind>(), mutants.Select(mutant => mutant.Kind).Distinct().Order());
        foreach (var member in new[] { "id", "built", "length", "masts", "afloat", "rig", "colours", "relations", "relations/self", "relations/self/type" })
        {
            Assert.Contains(mutants, mutant => mutant.Kind == MutationKind.Drop && mutant.Pointer == "/data/" + member);
        }

        Assert.Contains(mutants, mutant => mutant.Kind == MutationKind.Retype && mutant.Pointer == "/data/colours/1");
    }

    [Fact]
    public void A_blind_check_lets_mutants_live()
    {
        const string blind = """{ "type": "string" }""";
        using var document = ContractDocument.Parse(TinyContract.Text.Replace(
            """{ "type": "string", "enum": ["Sloop", "Ketch"] }""", blind, StringComparison.Ordinal));
        var lenient = new ContractCheck(document, DeviationTable.None);
        using var whole = ContractDocument.Parse(TinyContract.Text);
        var mutants = new MutationEngine(new ContractCheck(whole, DeviationTable.None), DeviationTable.None).Mutate(Good);

        var alive = mutants.Where(mutant => lenient.Judge(mutant.Exchange).Count == 0).ToList();

        Assert.Equal([MutationKind.BadValue], alive.Select(mutant => mutant.Kind));
    }

    [Fact]
    public void What_the_table_leaves_open_is_excused_and_nothing_else()
    {
        var row = new Deviation(FindingKind.UndeclaredValue, "boats.rig", "differs", "seen");
        var table = new DeviationTable([row]);
        using var document = ContractDocument.Parse(TinyContract.Text);

        var excused = new MutationEngine(new ContractCheck(document, table), table).Mutate(Good).Where(mutant => mutant.Excuse is not null);

        Assert.Equal([MutationKind.BadValue], excused.Select(mutant => mutant.Kind));
    }

    [Fact]
    public void A_bad_answer_is_not_mutated()
    {
        using var document = ContractDocument.Parse(TinyContract.Text);
        var engine = new MutationEngine(new ContractCheck(document, DeviationTable.None), DeviationTable.None);

        Assert.Throws<ArgumentException>(() => engine.Mutate(TinyContract.OneBoat("{}")).ToList());
    }
}
