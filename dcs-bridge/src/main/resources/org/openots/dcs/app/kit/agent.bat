@echo off
rem Sender beside a rig. agent.bat [--self-test] [agent.json]; settings: agent.json in this folder unless another is named.
rem This file is plain ASCII, so that it works in consoles of any code page; Java writes Chinese in that of the console.
setlocal
set "HERE=%~dp0"
set "TEST="
if /i "%~1"=="--self-test" (
  set "TEST=--self-test"
  shift
)
set "SETTINGS=%HERE%agent.json"
if not "%~1"=="" set "SETTINGS=%~f1"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
  echo Java 17 or newer is needed. Install it, or set JAVA_HOME.
  exit /b 2
)
"%JAVA%" -Xmx256m -XX:+UseSerialGC -Dslf4j.internal.verbosity=ERROR -jar "%HERE%openots-agent.jar" %TEST% "%SETTINGS%"
exit /b %errorlevel%
