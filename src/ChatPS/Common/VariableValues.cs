using System.Management.Automation;
using System.Security;
using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>The values of environment variables, as scripts have them: text, numbers and secrets.</summary>
internal static class VariableValues
{
    /// <summary>The value as text, kept as a secret, since nobody knows which ones are; null for $null.</summary>
    /// <exception cref="ChatException">It is nothing that a variable can have.</exception>
    public static Secret? Of(string name, object? value) => value switch
    {
        null => null,
        PSObject wrapped and not { BaseObject: PSCustomObject } => Of(name, wrapped.BaseObject),
        SecureString secret => Secrets.Of(secret) ?? new Secret(""),
        Uri uri => new Secret(uri.OriginalString),
        string or bool or IFormattable => new Secret(JsonValues.ToText(value)),
        _ => throw new ChatException(ChatErrorReason.InvalidRequest, $"The value of {name} is a {value.GetType().Name}, and a variable has a text.")
        {
            Advice = "Give a text, a number or a SecureString.",
        },
    };
}
