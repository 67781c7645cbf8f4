using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ChatPS.Host;

/// <summary>
/// How the engine asks. Without a terminal, or with -NonInteractive, each question is an error at once:
/// a job must fail where it would otherwise wait for ever.
/// </summary>
internal sealed partial class EngineHostUI
{
    public static PSInvalidOperationException CannotAsk(string what) => new(
        $"The host cannot {what}: it runs with -NonInteractive, or its input or output is redirected. "
        + "Give what it would ask for as a parameter; -Confirm:$false for a confirmation.");

    public override string ReadLine() => Ask(string.Empty, "read a line");

    public override SecureString ReadLineAsSecureString() => AskSecret(string.Empty, "read a secret");

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        var names = string.Join(", ", descriptions.Select(d => d.Name));
        if (_askOn is null)
            throw CannotAsk($"ask for {names}");

        WriteHeading(caption, message);
        return descriptions.ToDictionary(d => d.Name, AskField);
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        if (_askOn is null)
            throw CannotAsk($"ask \"{message}\"");

        var options = choices.Select(c => new ChoiceKey(c)).ToList();
        var question = string.Join("  ", options.Select(o => $"[{o.Key}] {o.Label}")) + "  [?] Help"
            + (defaultChoice >= 0 ? $" (default is \"{options[defaultChoice].Key}\"): " : ": ");

        WriteHeading(caption, message);
        while (true)
        {
            var answer = Ask(question, "ask").Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;

            var chosen = options.FindIndex(o => o.IsMeantBy(answer));
            if (chosen >= 0)
                return chosen;

            if (answer == "?")
                foreach (var option in options)
                    WriteLine($"{option.Key} - {option.Help}");
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(
            caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
    {
        if (_askOn is null)
            throw CannotAsk("ask for a credential");

        WriteHeading(caption, message);
        while (string.IsNullOrWhiteSpace(userName))
            userName = Ask("User: ", "ask for a user");
        return new PSCredential(userName, AskSecret($"Password for user {userName}: ", "ask for a password"));
    }

    private PSObject AskField(FieldDescription field)
    {
        var type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(SecureString))
            return new PSObject(AskSecret($"{field.Name}: ", "ask"));
        if (type == typeof(PSCredential))
            return new PSObject(PromptForCredential(string.Empty, field.HelpMessage, string.Empty, string.Empty));
        if (type.IsArray || typeof(IList).IsAssignableFrom(type))
            return new PSObject(AskList(field.Name, type.GetElementType() ?? typeof(object)));
        return new PSObject(AskValue($"{field.Name}: ", type));
    }

    private object[] AskList(string name, Type itemType)
    {
        var items = new List<object>();
        while (true)
        {
            if (AskValue($"{name}[{items.Count}]: ", itemType) is not { } item || item is "")
                return [.. items];
            items.Add(item);
        }
    }

    private object? AskValue(string label, Type type)
    {
        while (true)
        {
            var answer = Ask(label, "ask");
            if (answer.Length == 0)
                return answer;
            if (LanguagePrimitives.TryConvertTo(answer, type, out var value))
                return value;
            WriteErrorLine($"'{answer}' is no {type.Name}.");
        }
    }

    private void WriteHeading(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption))
            WriteLine(caption);
        if (!string.IsNullOrEmpty(message))
            WriteLine(message);
    }

    private string Ask(string label, string what) => Read(label, what, secret: false);

    private SecureString AskSecret(string label, string what)
    {
        var secret = new SecureString();
        foreach (var c in Read(label, what, secret: true))
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }

    private string Read(string label, string what, bool secret)
    {
        if (_askOn is null)
            throw CannotAsk(what);

        ClearProgress();
        var line = new LineEditor(_askOn) { Secret = secret }.Read(label);
        // The engine takes this as the host's wish to stop what is running.
        return line.End == LineEnd.Cancelled ? throw new PipelineStoppedException() : line.Text;
    }
}
