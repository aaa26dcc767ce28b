using Nabij.Kernel.Languages;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Following;

/// <summary>A plan in words, in the language of who reads it.</summary>
public static class Words
{
    extension(Texts t)
    {
        /// <summary>'dinsdag 2 juni, in de middag', 'elke dinsdag tot en met 30 juni', 'als het uitkomt'.</summary>
        public string When(HelpPlan plan) =>
            plan switch
            {
                { Rhythm: Rhythm.Weekly, Date: { } day, Until: { } until } => t[
                    "HelpRequests.When.Weekly",
                    ("weekday", t.Weekday(day.DayOfWeek)),
                    ("moment", t.MomentOfDay(plan.DayPart, plan.Time)),
                    ("until", t.Day(until))
                ],
                { Date: { } day } => t.On(day, plan.DayPart, plan.Time),
                _ => t[$"HelpRequests.When.Sometime.{plan.DayPart}"],
            };

        /// <summary>When the help of this request is: the day that was agreed, or the plan.</summary>
        public string When(HelpRequest request) =>
            request.AgreedOn is { } day ? t.On(day, DayPart.Any, request.AgreedTime) : t.When(request.Plan);

        /// <summary>'5 minuten', 'anderhalf uur' would be nicer, but '90 minuten' is read by everybody.</summary>
        public string HowLong(int minutes) => t["HelpRequests.Minutes", ("minutes", minutes)];

        private string On(LocalDate day, DayPart part, LocalTime? time) =>
            $"{t.Day(day)}{t.MomentOfDay(part, time)}";

        private string MomentOfDay(DayPart part, LocalTime? time) =>
            (part, time) switch
            {
                (_, { } at) => t["HelpRequests.When.At", ("time", t.Time(at))],
                (DayPart.Any, null) => "",
                _ => t[$"HelpRequests.When.{part}"],
            };
    }
}
