using System.Security.Cryptography;

namespace ChatPS.Sandbox.Seeding;

/// <summary>A made-up person.</summary>
internal readonly record struct Person(string FirstName, string LastName, string UserName, string Email);

/// <summary>A source of believable data, the same for the same seed. Secrets are the exception: they come from the system's generator.</summary>
internal sealed class Seeder(int seed, DateTimeOffset now)
{
    private const string Hex = "0123456789abcdef";
    private readonly Random _random = new(seed);

    /// <summary>The newest moment of the seeded data.</summary>
    public DateTimeOffset Now => now;

    public int Next(int count) => _random.Next(count);

    public int Between(int from, int to) => _random.Next(from, to + 1);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Different items in random order; all of them when there are fewer than asked for.</summary>
    public List<T> PickSome<T>(IReadOnlyList<T> items, int count)
    {
        count = Math.Min(count, items.Count);
        var picked = new List<T>(count);
        if (count * 3 >= items.Count)
        {
            var all = items.ToArray();
            _random.Shuffle(all);
            picked.AddRange(all.AsSpan(0, count));
            return picked;
        }

        var seen = new HashSet<int>(count);
        while (picked.Count < count)
        {
            var at = _random.Next(items.Count);
            if (seen.Add(at))
                picked.Add(items[at]);
        }

        return picked;
    }

    /// <summary>The person of that number: names repeat after about ten thousand, user names and addresses never.</summary>
    public static Person Person(int number)
    {
        var names = Words.FirstNames.Length * Words.LastNames.Length;
        // A step without a common divisor walks through all pairs before one repeats, and neighbours differ in both names.
        var pair = (int)(number * 4_969L % names);
        var (first, last) = (Words.FirstNames[pair % Words.FirstNames.Length], Words.LastNames[pair / Words.FirstNames.Length]);
        var userName = $"{first}.{last}".ToLowerInvariant() + (number < names ? "" : (number / names + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new(first, last, userName, userName + "@example.com");
    }

    /// <summary>The room name of that number, lower case with hyphens; never the same twice.</summary>
    public static string RoomName(int number)
    {
        var (round, subject) = Math.DivRem(number, Words.Subjects.Length);
        var name = Words.Subjects[subject];
        if (round > 0)
            name += "-" + Words.Aspects[(round - 1 + subject) % Words.Aspects.Length];
        return round <= Words.Aspects.Length ? name : $"{name}-{number}";
    }

    public string Sentence() => OneIn(5) ? Pick(Words.Replies) : $"{Pick(Words.Openings)} {Pick(Words.Things)} {Pick(Words.Happenings)}.";

    /// <summary>Random characters of an alphabet, reproducible: for ids.</summary>
    public string Text(int length, string alphabet) =>
        string.Create(length, (_random, alphabet), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = state.alphabet[state._random.Next(state.alphabet.Length)];
        });

    /// <summary>Random lower-case hexadecimal digits, reproducible: for ids.</summary>
    public string HexId(int length) => Text(length, Hex);

    /// <summary>A secret that nobody can foretell, of the characters given.</summary>
    public static string Secret(int length, string alphabet) => RandomNumberGenerator.GetString(alphabet, length);
}
