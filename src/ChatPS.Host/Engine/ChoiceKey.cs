using System.Management.Automation.Host;

namespace ChatPS.Host;

/// <summary>One answer of a choice: the engine marks its key in the label, as in "Yes to &amp;All".</summary>
internal sealed class ChoiceKey
{
    public ChoiceKey(ChoiceDescription choice)
    {
        Label = choice.Label.Replace("&", string.Empty, StringComparison.Ordinal);
        Help = choice.HelpMessage;

        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        Key = mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label[(mark + 1)..(mark + 2)].ToUpperInvariant() : Label;
    }

    public string Key { get; }

    public string Label { get; }

    public string Help { get; }

    public bool IsMeantBy(string answer) =>
        answer.Equals(Key, StringComparison.OrdinalIgnoreCase) || answer.Equals(Label, StringComparison.OrdinalIgnoreCase);
}
