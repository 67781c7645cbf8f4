using System.Collections.ObjectModel;

namespace ChatPS;

/// <summary>Makes lists that scripts can work with.</summary>
internal static class Lists
{
    /// <summary>
    /// The same items in a list that PowerShell can index ([0] of any list that cannot be written to means all of it, except of this one),
    /// and whose text is its items, as a column of a CSV file should have them, not the name of a type.
    /// </summary>
    public static IReadOnlyList<T> Indexable<T>(IReadOnlyList<T> items) => items as TextList<T> ?? new TextList<T>([.. items]);

    private sealed class TextList<T>(T[] items) : ReadOnlyCollection<T>(items)
    {
        public override string ToString() => string.Join(", ", this);
    }
}
