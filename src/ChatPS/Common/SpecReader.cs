using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Reads what a parameter takes as a hashtable, or as an object with the same properties. In names case does not count.</summary>
internal sealed class SpecReader
{
    private readonly Dictionary<string, object?> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _what;

    /// <param name="value">The hashtable or object.</param>
    /// <param name="what">What it describes, for errors: a port.</param>
    /// <exception cref="PSInvalidCastException">It is neither.</exception>
    public SpecReader(object value, string what)
    {
        _what = what;
        switch (value)
        {
            case PSObject { BaseObject: IDictionary table }:
                Take(table);
                break;
            case IDictionary table:
                Take(table);
                break;
            case PSObject { BaseObject: PSCustomObject } custom:
                foreach (var property in custom.Properties)
                    _parts[property.Name] = property.Value;
                break;
            default:
                throw new PSInvalidCastException($"'{value}' is no {what}: give a hashtable.");
        }
    }

    /// <summary>A text that has to be there.</summary>
    public string Text(string name) => Value(name)?.ToString() is { Length: > 0 } text ? text : throw Missing(name);

    /// <summary>A whole number that has to be there.</summary>
    public int Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    /// <summary>A whole number that may be left out or be $null.</summary>
    public int? OptionalNumber(string name) => Value(name) is not { } value ? null
        : LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out int number) ? number
        : throw new PSInvalidCastException($"{name} of a {_what} takes a whole number, not '{value}'.");

    /// <summary>Yes or no, or nothing when it is left out.</summary>
    public bool? Flag(string name) => Value(name) is { } value ? LanguagePrimitives.IsTrue(value) : null;

    /// <summary>Says no to what nobody has asked for: a slip of the pen would be passed over otherwise.</summary>
    public void End()
    {
        if (_parts.Keys.FirstOrDefault(name => !_known.Contains(name)) is { } other)
            throw new PSInvalidCastException($"'{other}' is no part of a {_what}. Its parts are {string.Join(", ", _known)}.");
    }

    private object? Value(string name)
    {
        _known.Add(name);
        return _parts.GetValueOrDefault(name) is PSObject wrapped ? wrapped.BaseObject : _parts.GetValueOrDefault(name);
    }

    private void Take(IDictionary table)
    {
        foreach (DictionaryEntry part in table)
            _parts[Convert.ToString(part.Key, CultureInfo.InvariantCulture) ?? ""] = part.Value;
    }

    private PSInvalidCastException Missing(string name) => new($"A {_what} needs {name}.");
}
