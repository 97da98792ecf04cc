package com.example.trail_log

import io.flutter.embedding.android.FlutterActivity

class MainActivity : FlutterActivity() {
    // Was R.drawable.old_notification
    private val small = R.drawable.ic_notification
    private val large = R.mipmap.ic_launcher
    private val close = android.R.drawable.ic_menu_close_clear_cancel
}
