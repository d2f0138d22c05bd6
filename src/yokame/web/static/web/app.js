// From now on today, the board and the calendar can be read without a network too.
navigator.serviceWorker?.register("/sw.js");
