const deponent = { name: "Malachite Yarrow", email: "malachite@example.com", role: "deponent" };

/** The documented requests: one with a Zoom meeting, one with hosts and a remote_session_id of its own. */
export const requestExamples = [
  {
    session_request: {
      invites: ["quartz@example.com", "obsidian@example.com"],
      deponent,
      remote_session: {
        title: "Example Remote Session",
        case: "123-case-id-name",
        start_date: "2025-01-28",
        start_time: "01:30 AM",
        time_zone: "Pacific Time (US & Canada)",
      },
      session_details: {
        additional_details: "",
        preferred_manager: "Quartz Verbena",
        video_provider: "zoom_meeting",
        session_type: "remote_deposition",
      },
    },
  },
  {
    session_request: {
      invites: [
        { email: "azurite@example.com", access_level: "host" },
        { email: "selenite@example.com", access_level: "host" },
        { email: "quartz@example.com" },
      ],
      deponent,
      remote_session: {
        title: "Example Remote Session",
        remote_session_id: "Custom Unique Session URL",
        case: "123-case-id-name",
        start_date: "2025-01-30",
        start_time: "01:30 AM",
        time_zone: "Pacific Time (US & Canada)",
        estimated_duration: 1.25,
      },
      session_details: {
        languages: "",
        interpreter: "",
        additional_details: "",
        preferred_manager: "Azurite Oleander",
        video_provider: "",
        session_type: "remote_deposition",
      },
    },
  },
];
